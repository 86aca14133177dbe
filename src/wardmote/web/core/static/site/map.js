// Pages work without this: the still map and the table beside it say the same. Only who asks for the map that can be moved
// waits for its library, and where a browser cannot draw it the still one stays.
const EDGE = 24
const LONGEST_WAIT_MS = 60000
const NONE = ['==', ['get', 'code'], '']

function made (name, className, words = '') {
  const element = document.createElement(name)
  element.className = className
  element.textContent = words
  return element
}

function button (words, press) {
  const element = made('button', 'govuk-button govuk-button--secondary wm-map__button', words)
  element.type = 'button'
  element.addEventListener('click', press)
  return element
}

function boundsOf (places) {
  const points = places.features.flatMap((place) => place.geometry.coordinates.flat(place.geometry.type === 'Polygon' ? 1 : 2))
  const [longitudes, latitudes] = [0, 1].map((axis) => points.map((point) => point[axis]))
  const least = (numbers) => numbers.reduce((a, b) => Math.min(a, b))
  const most = (numbers) => numbers.reduce((a, b) => Math.max(a, b))
  return [[least(longitudes), least(latitudes)], [most(longitudes), most(latitudes)]]
}

function legendOf (places) {
  const list = made('ul', 'govuk-list wm-map__legend')
  for (const one of places.legend) {
    const line = made('li', '')
    const shade = made('span', 'wm-map__shade')
    shade.style.backgroundColor = one.colour
    line.append(shade, one.words)
    list.append(line)
  }
  return list
}

function styleOf (places) {
  return {
    version: 8,
    sources: { places: { type: 'geojson', data: places } },
    layers: [
      { id: 'places', type: 'fill', source: 'places', paint: { 'fill-color': ['get', 'colour'] } },
      { id: 'edges', type: 'line', source: 'places', paint: { 'line-color': '#484949', 'line-width': 1 } },
      { id: 'chosen', type: 'line', source: 'places', filter: NONE, paint: { 'line-color': '#801650', 'line-width': 4 } }
    ]
  }
}

function say (told, place) {
  const link = document.createElement('a')
  const address = new URL(window.location.href)
  address.searchParams.set('area', place.code)
  link.href = address.href
  link.className = 'govuk-link'
  link.textContent = place.name
  told.replaceChildren(link, `: ${place.said}. ${place.level}.`)
}

// The still map stays until the other has been drawn.
function drawn (map) {
  return new Promise((resolve, reject) => {
    map.once('idle', resolve)
    setTimeout(() => reject(new Error('the map was not drawn')), LONGEST_WAIT_MS)
  })
}

async function open (part) {
  const figure = part.querySelector('.wm-figure__picture')
  const [maplibre, answer] = await Promise.all([import(part.dataset.maplibre), fetch(part.dataset.map)])
  if (!answer.ok) throw new Error('the outlines did not come')
  const places = await answer.json()
  maplibre.setWorkerUrl(new URL(part.dataset.worker, window.location.href).href)

  const box = made('div', 'wm-map')
  const told = made('p', 'govuk-body-s wm-map__told', 'Point at a place or press on it to hear its figure. Arrow keys move the map, plus and minus zoom.')
  told.setAttribute('role', 'status')
  figure.after(box, told, legendOf(places))
  const bounds = boundsOf(places)
  const map = new maplibre.Map({
    container: box,
    style: styleOf(places),
    bounds,
    fitBoundsOptions: { padding: EDGE },
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false
  })
  map.touchZoomRotate.disableRotation()
  await drawn(map)
  map.getCanvas().setAttribute('aria-label', 'Map that can be moved; the table of places says the same')
  const choose = (event) => {
    const place = event.features[0].properties
    map.setFilter('chosen', ['==', ['get', 'code'], place.code])
    say(told, place)
  }
  map.on('mousemove', 'places', choose)
  map.on('click', 'places', choose)
  const still = button('Still map', () => {
    map.remove()
    for (const element of [box, told, legend, tools]) element.remove()
    figure.hidden = false
    offer(part).focus()
  })
  const legend = part.querySelector('.wm-map__legend')
  const tools = made('div', 'wm-map__tools')
  tools.append(
    button('Zoom in', () => map.zoomIn()),
    button('Zoom out', () => map.zoomOut()),
    button('Whole area', () => map.fitBounds(bounds, { padding: EDGE })),
    still
  )
  box.before(tools)
  figure.hidden = true
  tools.querySelector('button').focus()
}

function offer (part) {
  const start = button('Move and zoom this map', async () => {
    start.disabled = true
    start.textContent = 'The map is coming'
    try {
      await open(part)
      start.remove()
    } catch {
      part.querySelectorAll('.wm-map, .wm-map__told, .wm-map__legend').forEach((element) => element.remove())
      start.replaceWith(made('p', 'govuk-body-s', 'This browser cannot draw a map that moves. The still map and the table say the same.'))
    }
  })
  part.querySelector('.wm-figure__picture').after(start)
  return start
}

document.querySelectorAll('[data-map]').forEach(offer)
