"""Who may use each route of insight."""

from wardmote.web.core.routes import Routes, evidence

ROUTES: Routes = {
    "overview": evidence(),
    "measures": evidence(),
    "measure": evidence(),
    "measure-file": evidence(),
    "loads": evidence(),
    "load": evidence(),
    "assessments": evidence(),
    "assessment": evidence(),
    "assessment-pdf": evidence(),
    "assessment-figure": evidence(),
}
