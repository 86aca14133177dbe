"""How far a plan was carried out in a year, in numbers: they come from the register of actions, and nobody types them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CarriedOut:
    """The actions of one priority that were to be done in a year, or that were done in it.

    `late` are those of the `done` that came after their day; what is neither done nor `stuck` is going on.
    """

    priority: str
    due: int
    done: int
    late: int
    stuck: int

    @property
    def going(self) -> int:
        """How many are going on."""
        return self.due - self.done - self.stuck


@dataclass(frozen=True)
class PlanCarriedOut:
    """A plan of the partnership and how its actions stood at the end of a year, or stand now if the year goes on."""

    title: str
    priorities: tuple[CarriedOut, ...]

    @property
    def in_all(self) -> CarriedOut:
        """Every priority added up; an action belongs to one."""
        names = ("due", "done", "late", "stuck")
        return CarriedOut("In all", **{name: sum(getattr(one, name) for one in self.priorities) for name in names})
