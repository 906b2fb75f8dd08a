// The display: what is done now, what comes next, what is being said.
const STAYS_MS = 3000;
const LARGEST_PX = 400;
const SMALLEST_PX = 18;
// Of the width of its box.
const LEAST_SHARE = 9;
// Letters reach a little beyond what they are measured as.
const MARGIN = 0.97;
const calm = matchMedia("(prefers-reduced-motion: reduce)");
// Stays with what is before it, where a line is broken.
const DOT = "\u00a0· ";
const shown = { phase: "", transcript: -1, frame: 0 };

function draw() {
  const ms = now();
  const index = Math.max(0, indexAt(phaseStarts, ms));
  drawPhase(index);
  drawCount(phases[index], ms);
  drawCaption(ms);
  drawPlace(ms);
}

// With every frame while it plays; without motion, as often as the browser tells the time.
function follow() {
  cancelAnimationFrame(shown.frame);
  draw();
  if (!audio.paused && !calm.matches) shown.frame = requestAnimationFrame(follow);
}

function drawPhase(index) {
  const state = `${index} ${audio.ended}`;
  if (shown.phase === state) return;
  shown.phase = state;
  const phase = phases[index];
  const box = byId("now");
  box.dataset.kind = phase.kind;
  box.dataset.look = phase.look;
  write(byId("kind"), audio.ended || phase.title === phase.kind_title ? "" : phase.kind_title);
  write(byId("title"), audio.ended ? words.done : phase.title);
  write(byId("next"), nextText(index));
  fitTitle();
}

function nextText(index) {
  const work = workAfter[index];
  if (!work || ["prepare", "switch"].includes(phases[index].kind)) return "";
  const between = phases[index + 1];
  const what = [work.title, ...work.details];
  if (["rest", "switch", "pause"].includes(between.kind)) {
    what.unshift(`${between.kind_title} ${clock(between.length_ms)}`);
  }
  return filled(words.next, { what: what.join(DOT) });
}

function drawCount(phase, ms) {
  const gone = ms - phase.start_ms;
  const left = Math.max(0, phase.length_ms - gone);
  const whole = Math.ceil(left / 1000) * 1000;
  const rep = phase.reps ? Math.min(phase.reps, Math.floor(gone / phase.rep_period_ms) + 1) : 0;
  const isCounted = phase.dose === "reps";
  const count = isCounted ? String(rep) : whole < 60000 ? String(whole / 1000) : clock(whole);
  write(byId("count"), audio.ended ? "✓" : count);
  write(byId("of"), isCounted ? `/ ${phase.reps}` : "");
  const size = count.split(":").length;
  byId("count").parentElement.className = `count${["", " clock", " hours"][size - 1]}`;
  const share = calm.matches ? whole / phase.length_ms : left / phase.length_ms;
  byId("ring").style.strokeDashoffset = 1 - Math.min(1, share);
  const details = [...phase.details];
  if (rep) details.push(filled(words.repetition, { n: rep, all: phase.reps }));
  write(byId("details"), details.join(DOT));
}

// As large as its box allows, whatever it says: it is read from the other end of the room. Words
// are broken only where whole ones would be too small for that.
function fitTitle() {
  const title = byId("title");
  title.classList.remove("broken");
  if (largestFit(title) >= title.clientWidth / LEAST_SHARE) return;
  title.classList.add("broken");
  largestFit(title);
}

function largestFit(title) {
  let low = SMALLEST_PX;
  let high = LARGEST_PX;
  while (high - low > 1) {
    const middle = (low + high) / 2;
    title.style.fontSize = `${middle}px`;
    const fits = title.scrollHeight <= title.clientHeight && title.scrollWidth <= title.clientWidth;
    if (fits) low = middle;
    else high = middle;
  }
  title.style.fontSize = `${low * MARGIN}px`;
  return low;
}

function drawCaption(ms) {
  const caption = captions[indexAt(captionStarts, ms)];
  if (!audio.error) write(byId("caption"), caption && ms < caption.end_ms + STAYS_MS ? caption.text : "");
  const current = indexAt(transcriptStarts, ms);
  if (current === shown.transcript) return;
  transcriptLines[shown.transcript]?.removeAttribute("aria-current");
  transcriptLines[current]?.setAttribute("aria-current", "true");
  shown.transcript = current;
}

function drawPlace(ms) {
  byId("gone").style.width = `${(100 * ms) / content.duration_ms}%`;
  write(byId("time"), clock(audio.ended ? content.duration_ms : Math.floor(ms / 1000) * 1000));
  place.value = ms;
  // While it has the focus, a screen reader would say each change of it.
  if (document.activeElement !== place || audio.paused) tellPlace(ms);
}

function tellPlace(ms) {
  const text = `${clock(ms)}, ${phases[Math.max(0, indexAt(phaseStarts, ms))].title}`;
  if (place.getAttribute("aria-valuetext") !== text) place.setAttribute("aria-valuetext", text);
}
