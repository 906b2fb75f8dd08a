// The browser's own controls give way to those of the page.
audio.controls = false;
player.classList.add("ready");
audio.preservesPitch = true;
for (const id of ["now", "caption", "place", "controls"]) byId(id).hidden = false;

const showState = () => {
  player.classList.toggle("playing", !audio.paused);
  byId("play").setAttribute("aria-label", audio.paused ? words.play : words.pause);
};
const on = (events, handler) => {
  for (const event of events.split(" ")) audio.addEventListener(event, handler);
};
on("play", () => {
  showState();
  tell("");
});
on("playing", () => {
  follow();
  takeLockScreen();
  keepAwake();
});
on("pause", () => {
  showState();
  letSleep();
  if (!audio.ended) tell(words.paused);
});
// The network may keep it waiting.
const showWaiting = (waits) => {
  player.classList.toggle("waiting", waits);
  byId("play").setAttribute("aria-busy", waits);
};
on("waiting", () => showWaiting(true));
on("playing pause ended error", () => showWaiting(false));
on("timeupdate seeking seeked ended", draw);
on("timeupdate", showChapter);
on("seeked ratechange durationchange", tellPosition);
on("ended", showState);
on("error", showFault);
on("loadedmetadata", clearFault);
document.addEventListener("visibilitychange", keepAwake);
new ResizeObserver(fitTitle).observe(byId("title").parentElement);
draw();
showFault();
