// Pages work without this: it brings the newest figures of a load into the page, and the result once there is one.
const WAIT_MS = 1000

async function renew () {
  const answer = await fetch(window.location.href, { headers: { accept: 'text/html' } })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const now = document.querySelector('[data-under-way]')
  const next = page.querySelector('[data-under-way]')
  if (!next) {
    window.location.reload()
    return
  }
  now.querySelector('p').textContent = next.querySelector('p').textContent
  now.querySelector('progress').replaceWith(next.querySelector('progress'))
  setTimeout(renew, WAIT_MS)
}

setTimeout(renew, WAIT_MS)
