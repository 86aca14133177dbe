"""Who may use each route of insight."""

from wardmote.web.core.routes import Routes, evidence

ROUTES: Routes = {
    "overview": evidence(),
    "measures": evidence(),
    "measure": evidence(),
    "measure-file": evidence(),
    "compare": evidence(),
    "loads": evidence(),
    "load": evidence(),
    "take-files": evidence("evidence.load"),
    "waiting": evidence("evidence.load"),
    "load-waiting": evidence("evidence.load"),
    "forget-waiting": evidence("evidence.load"),
    "waiting-file": evidence("evidence.load"),
    "waiting-columns": evidence("evidence.load"),
    "pairs": evidence("evidence.load"),
    "decide-pairs": evidence("evidence.load"),
    "under-way": evidence(),
    "stop-load": evidence("evidence.load"),
    "calendar": evidence(),
    "name-officer": evidence("evidence.load"),
    "kpi-quarters": evidence(),
    "kpi": evidence(),
    "kpi-file": evidence(),
    "assessments": evidence(),
    "assessment": evidence(),
    "assessment-pdf": evidence(),
    "assessment-figure": evidence(),
}
