// Keys, but for those that the control in focus needs itself.
const shortcuts = {
  " ": toggle,
  ArrowLeft: () => skip(-SKIP_MS),
  ArrowRight: () => skip(SKIP_MS),
  n: () => goOn(exercises),
  p: () => goBack(exercises),
  "+": () => setSpeed(speed.selectedIndex + 1),
  "-": () => setSpeed(speed.selectedIndex - 1),
};
const isOwn = (control, key) =>
  control.closest("select") ||
  (control.closest("button") && key === " ") ||
  (control.closest("input") && key.startsWith("Arrow"));

document.addEventListener("keydown", (event) => {
  const shortcut = shortcuts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!shortcut || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isOwn(event.target, event.key)) return;
  // Space that is held down would stop and start it many times a second.
  if (event.repeat && event.key === " ") return;
  event.preventDefault();
  shortcut();
});
