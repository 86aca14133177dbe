"""What commands do to the partnership database: make and upgrade it, add accounts, check the audit."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wardmote.errors import BadInput, StoreError

if TYPE_CHECKING:
    from wardmote.assessment.carried_out import PlanCarriedOut


@dataclass(frozen=True)
class AuditState:
    """Whether the audit's chain holds: how many entries, the newest digest, and what is broken ("" where nothing)."""

    entries: int
    digest: str
    broken: str


def start(folder: Path) -> None:
    """Set Django up for the workspace in `folder`; the first folder of a process stays its only one."""
    import django

    os.environ["WARDMOTE_WORKSPACE"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wardmote.web.config.settings")
    django.setup()


def has_database(folder: Path) -> bool:
    """Whether a partnership database was made, or is named by a URL. Without one the site is one analyst's own."""
    from wardmote.web.config.workspace import DATABASE, database, site_settings

    settings = database(folder, site_settings(folder))
    return settings["ENGINE"].endswith("postgresql") or (folder / DATABASE).exists()


def upgrade_database(folder: Path) -> tuple[str, ...]:
    """Make the database or bring it up to date, and name the migrations applied; none where it was so already.

    Raises `StoreError` when it cannot be reached or written.
    """
    start(folder)
    from django.conf import settings
    from django.core.management import call_command
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    from wardmote.web.config.workspace import keep_secret_key

    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if plan:
            _keep_to_oneself(settings.DATABASES["default"]["NAME"])
            call_command("migrate", interactive=False, verbosity=0)
    except DatabaseError as error:
        raise StoreError(
            f"The partnership database cannot be made or upgraded ({str(error).strip()})",
            where=str(folder),
            do="see that it can be reached and written, and run: wardmote database upgrade",
        ) from error
    keep_secret_key(folder, settings.SECRET_KEY)
    return tuple(f"{migration.app_label} {migration.name}" for migration, _ in plan)


def _keep_to_oneself(name: str | Path) -> None:
    """A new SQLite file is readable by its owner only: it holds names, and the digests of passwords."""
    if isinstance(name, Path) and not name.exists():
        name.touch(mode=0o600)


def add_account(
    folder: Path, *, email: str, name: str, password: str, partnership: str, agency: str, agency_kind: str, role: str
) -> str:
    """Make an account, and the partnership and agency where they are new; returns a sentence. Raises `BadInput`."""
    upgrade_database(folder)
    from wardmote.web.accounts.actions.installation import add_account as add
    from wardmote.web.accounts.actions.installation import add_partnership
    from wardmote.web.accounts.models import Partnership, User

    found = Partnership.objects.filter(name=partnership).first() or add_partnership(name=partnership)
    member = add(
        email=email,
        name=name,
        password=password,
        partnership=found,
        agency_name=agency,
        agency_kind=agency_kind,
        role=role,
    )
    is_first = bool(member.user and member.user.is_system_administrator) and User.objects.count() == 1
    also = " They are the system administrator too. From now on every page needs sign-in." if is_first else ""
    return f"{name} can sign in as {email}, for {agency} in {found.name}.{also}"


def accounts_in_words(folder: Path) -> list[str]:
    """A line for each account. Raises `BadInput` where there is no database."""
    _start_with_people(folder)
    from wardmote.web.accounts.presenters.administration import factors_in_words, where_in_words
    from wardmote.web.accounts.queries.installation import all_accounts

    return [
        f"{one.email}: {one.name}; {where_in_words(one)}; second factor: {factors_in_words(one)}"
        f"{'; system administrator' if one.is_system_administrator else ''}{'' if one.is_active else '; closed'}"
        for one in all_accounts().order_by("email")
    ]


def change_account(folder: Path, email: str, what: str, *, password: str = "") -> str:
    """Do one thing to an account, and say so. Raises `BadInput` where there is none, or where it is refused."""
    _start_with_people(folder)
    from wardmote.web.accounts.actions.commanded import change_account as change

    return change(email, what, password=password)


def _start_with_people(folder: Path) -> None:
    if not has_database(folder):
        raise BadInput("There is no partnership database, so nobody has an account", where=str(folder))
    start(folder)


def audit_state(folder: Path, *, seal: str = "") -> AuditState:
    """Check the whole chain, and where a `seal` ("number:digest") was written down earlier, that it still stands."""
    if not has_database(folder):
        raise BadInput("There is no partnership database, so there is no audit", where=str(folder))
    start(folder)
    from wardmote.web.core.audit import first_break, is_sealed, newest

    broken = first_break()
    number, digest = newest()
    sentence = broken.sentence if broken else ""
    if not sentence and seal and not is_sealed(seal):
        sentence = f"The entry that {seal} names is not as it was when that was written down."
    return AuditState(number, digest, sentence)


def plan_carried_out(folder: Path, *, year: str) -> "PlanCarriedOut | None":
    """How far the partnership's plan was carried out in a financial year; None where there is no database or no plan."""
    if not has_database(folder):
        return None
    start(folder)
    from wardmote.web.core.plan_told import plan_told

    return plan_told(year)


def fill_demo(folder: Path) -> str:
    """Fill the workspace with a year of Exampleshire's life; returns the password of all its people.

    A demonstration that was filled already keeps its people and gets no second year: "" is returned.
    """
    upgrade_database(folder)
    import secrets

    from wardmote.web.accounts.queries.installation import has_accounts
    from wardmote.web.core.clock import today
    from wardmote.web.core.demo import fill_all

    if has_accounts():
        return ""
    password = "-".join(secrets.token_hex(2) for _ in range(4))
    fill_all(last_day=today(), password=password)
    return password


def send_digests(folder: Path) -> str:
    """Send the email digest, and the links to actions that partnerships have chosen to have sent; returns sentences."""
    if not has_database(folder):
        raise BadInput("There is no partnership database, so there is nobody to write to", where=str(folder))
    start(folder)
    from wardmote.web.accounts.actions.digest import send_digests as send
    from wardmote.web.plans.actions.links import send_due_links

    digests, links = send(), send_due_links()
    return f"{digests.sentence}\n{links.sentence}"
