// Going somewhere: play, pause, jumps, speed.
const RESTART_MS = 3000;
const SKIP_MS = 10000;

// What the coach does not say; while the coach speaks, a screen reader is silent.
const tell = (text) => {
  byId("status").textContent = text;
};

const play = () => {
  // The sound may be there by now.
  if (audio.error) audio.load();
  return audio.play().catch(showFault);
};
const pause = () => audio.pause();
const toggle = () => (audio.paused ? play() : pause());

function goTo(ms) {
  if (audio.error) return;
  const target = Math.max(0, Math.min(ms, content.duration_ms));
  audio.currentTime = target / 1000;
  draw();
  if (audio.paused) tell(`${phases[Math.max(0, indexAt(phaseStarts, target))].title}, ${clock(target)}`);
}

const skip = (ms) => goTo(now() + ms);

// To the beginning of this one, or from there to the one before.
function goBack(starts) {
  const index = indexAt(starts, now());
  goTo(now() - (starts[index] ?? 0) > RESTART_MS ? starts[index] ?? 0 : starts[index - 1] ?? 0);
}

function goOn(starts) {
  goTo(starts[indexAt(starts, now()) + 1] ?? content.duration_ms);
}

function setSpeed(option) {
  speed.selectedIndex = Math.max(0, Math.min(option, speed.length - 1));
  audio.playbackRate = Number(speed.value);
}

function showFault() {
  if (!audio.error) return;
  const text = filled(words.missing, { file: content.sound_name });
  write(byId("caption"), text);
  tell(text);
}

function clearFault() {
  tell("");
  draw();
}

const onClick = { play: toggle, back: () => skip(-SKIP_MS), ahead: () => skip(SKIP_MS) };
onClick.previous = () => goBack(exercises);
onClick.following = () => goOn(exercises);
for (const [id, go] of Object.entries(onClick)) byId(id).addEventListener("click", go);
place.addEventListener("input", () => goTo(Number(place.value)));
place.addEventListener("keydown", () => tellPlace(now()));
speed.addEventListener("change", () => setSpeed(speed.selectedIndex));
byId("transcript").addEventListener("click", (event) => {
  const line = event.target.closest("button");
  if (line) goTo(Number(line.value));
});
