// Pages work without this: files dropped anywhere on the page are taken as if they had been chosen in the form.
const form = document.querySelector('[data-drop]')
const input = form.querySelector('input[type="file"]')
const error = form.querySelector('.govuk-error-message')
const most = Number(form.dataset.mostMb)

const isOfFiles = (event) => event.dataTransfer && Array.from(event.dataTransfer.types).includes('Files')

// Said before anything is sent, because so much takes long to send.
function isTooMuch () {
  const megabytes = Array.from(input.files).reduce((sum, file) => sum + file.size, 0) / 1e6
  const words = megabytes > most ? `These files have ${Math.ceil(megabytes)} MB, and ${most} MB can be taken at once. Choose fewer, or use the command: wardmote load` : ''
  error.querySelector('[data-words]').textContent = words
  error.hidden = words === ''
  return words !== ''
}

document.addEventListener('dragover', (event) => {
  if (!isOfFiles(event)) return
  event.preventDefault()
  form.classList.add('wm-drop--over')
})

document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) form.classList.remove('wm-drop--over')
})

document.addEventListener('drop', (event) => {
  if (!isOfFiles(event)) return
  event.preventDefault()
  form.classList.remove('wm-drop--over')
  input.files = event.dataTransfer.files
  form.requestSubmit()
})

form.addEventListener('submit', (event) => {
  if (isTooMuch()) event.preventDefault()
})
