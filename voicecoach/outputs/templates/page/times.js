// Times, in ms of the programme, and what is where.
const now = () => Math.min(Math.round(audio.currentTime * 1000), content.duration_ms);

const clock = (ms) => {
  const seconds = Math.round(ms / 1000);
  const two = (number) => String(number).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return `${hours ? `${hours}:${two(minutes % 60)}` : minutes}:${two(seconds % 60)}`;
};

// The index of the last of the sorted starts that is not after a time; -1 before the first.
const indexAt = (starts, ms) => {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

const phaseStarts = phases.map((phase) => phase.start_ms);
const captionStarts = captions.map((caption) => caption.start_ms);
const chapterStarts = chapters.map((chapter) => chapter.start_ms);

// Of each phase, the work that comes after it.
const workAfter = [];
for (let index = phases.length - 1, work; index >= 0; index -= 1) {
  workAfter[index] = work;
  if (phases[index].kind === "work") work = phases[index];
}
