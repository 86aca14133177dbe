// Pages work without this: it moves the focus to an error summary and to the main content after the skip link.
import { ErrorSummary, SkipLink, createAll } from '../vendor/govuk/govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
createAll(ErrorSummary)
createAll(SkipLink)
