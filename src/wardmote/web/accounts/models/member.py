"""People of a partnership: members, whom they represent, the offices they hold, and their roles."""

from django.core.exceptions import ValidationError
from django.db import models

from wardmote.web.accounts.models.agency import Agency
from wardmote.web.accounts.models.user import User
from wardmote.web.accounts.rules.roles import ROLE_CHOICES
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.models.constraints import in_order


class Member(PartnershipRecord):
    """A person in one partnership, for one agency. They may have no account: not everybody who sits there signs in."""

    AGENCY = "agency"
    PUBLIC = ("agency", "job_title", "left_on")
    INTERNAL = ("wants_digest",)
    PERSONAL = ("name", "email", "user")

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="members")
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships")
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    job_title = models.CharField(max_length=200, blank=True)
    left_on = models.DateField(null=True, blank=True)
    wants_digest = models.BooleanField("an email that says how much waits for them", default=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "user"],
                condition=models.Q(left_on=None),
                name="one_membership_for_each_user",
                violation_error_message="Whoever signs in with that address is a member already.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Appointment(PartnershipRecord):
    """Who speaks for one authority, or jointly for several, and for how long; a deputy says whose deputy they are."""

    PUBLIC = ("member", "deputy_for", "is_voting", "started_on", "ended_on")

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="appointments")
    # More than one is a joint appointment, as the regulations of 2011 allow.
    agencies = models.ManyToManyField(Agency, related_name="appointments")
    deputy_for = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="deputies")
    is_voting = models.BooleanField(default=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-started_on"]
        constraints = [in_order("started_on", "ended_on", name="an_appointment_ends_after_it_starts")]

    def __str__(self) -> str:
        return f"{self.member}, {'deputy' if self.deputy_for_id else 'representative'}"

    def clean(self) -> None:
        """Nobody is their own deputy, and a deputy has none."""
        if self.deputy_for is None:
            return
        if self.deputy_for.member_id == self.member_id:
            raise ValidationError({"deputy_for": "Nobody can be their own deputy."})
        if self.deputy_for.deputy_for_id:
            raise ValidationError({"deputy_for": "A deputy has no deputy: choose whom both of them stand in for."})


class Officer(PartnershipRecord):
    """Who chaired, and from when to when; the history is the rows that have ended."""

    class Office(models.TextChoices):
        """What they are elected to."""

        CHAIR = "chair", "chair"
        VICE_CHAIR = "vice-chair", "vice-chair"

    PUBLIC = ("member", "office", "started_on", "ended_on")

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="offices")
    office = models.CharField(max_length=20, choices=Office)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-started_on"]
        constraints = [
            in_order("started_on", "ended_on", name="an_office_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=["partnership", "office"],
                condition=models.Q(ended_on=None),
                name="one_holder_of_each_office",
                violation_error_message="Somebody holds that office.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}, {self.get_office_display()}"


class RoleGrant(PartnershipRecord):
    """One role that a member holds: in the whole partnership, for one agency, or for one area of it."""

    AGENCY = "agency"
    INTERNAL = ("member", "role", "agency", "area")

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=30, choices=ROLE_CHOICES)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # The code of an area; records that name an area outside it are not the member's to change.
    area = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["role"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "role", "area"],
                condition=models.Q(agency=None),
                name="one_grant_of_each_role",
                violation_error_message="They have that role already.",
            ),
            models.UniqueConstraint(
                fields=["member", "role", "agency", "area"],
                name="one_grant_of_each_role_for_an_agency",
                violation_error_message="They have that role already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_role_display()}"
