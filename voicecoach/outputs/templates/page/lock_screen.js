// The lock screen: what is shown there, its buttons, and that the screen stays on while it can.
const session = navigator.mediaSession;
let chapterShown = null;
let wakeLock = null;
let isAsking = false;

// Anew each time it plays: another page or player may have had the lock screen since.
function takeLockScreen() {
  if (!session) return;
  chapterShown = null;
  showChapter();
  const actions = {
    play,
    pause,
    previoustrack: () => goBack(chapterStarts),
    nexttrack: () => goOn(chapterStarts),
    seekbackward: (details) => skip(-(details.seekOffset ?? SKIP_MS / 1000) * 1000),
    seekforward: (details) => skip((details.seekOffset ?? SKIP_MS / 1000) * 1000),
    seekto: (details) => goTo(details.seekTime * 1000),
  };
  for (const [action, handler] of Object.entries(actions)) {
    try {
      session.setActionHandler(action, handler);
    } catch {
      // Older browsers know fewer actions.
    }
  }
  tellPosition();
}

function showChapter() {
  const chapter = chapters[Math.max(0, indexAt(chapterStarts, now()))];
  if (!session || audio.paused || chapter === chapterShown) return;
  chapterShown = chapter;
  const artwork = content.cover ? [{ src: content.cover.url, type: content.cover.type }] : [];
  const artist = chapter.title === content.title ? "" : chapter.title;
  session.metadata = new MediaMetadata({ title: content.title, artist, artwork });
}

function tellPosition() {
  const duration = content.duration_ms / 1000;
  const position = Math.min(audio.currentTime, duration);
  session?.setPositionState?.({ duration, position, playbackRate: audio.playbackRate });
}

async function keepAwake() {
  if (!navigator.wakeLock || wakeLock || isAsking || audio.paused || document.hidden) return;
  isAsking = true;
  try {
    wakeLock = await navigator.wakeLock.request("screen");
  } catch {
    // The battery is low, for instance.
    return;
  } finally {
    isAsking = false;
  }
  wakeLock.addEventListener("release", () => {
    wakeLock = null;
  });
  if (audio.paused) letSleep();
}

function letSleep() {
  wakeLock?.release();
}
