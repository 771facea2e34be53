/** How people are told of an alert when they do not look at the screen. */

const notes = [
  { hertz: 660, atSeconds: 0 },
  { hertz: 880, atSeconds: 0.18 },
];
const noteSeconds = 0.16;
const loudness = 0.12;

/** Two short notes. Before the first key or click a page may not make a sound, and this makes none. */
export function playSound(): void {
  if (!navigator.userActivation.hasBeenActive) return;
  const context = new AudioContext();
  const startSeconds = context.currentTime + 0.05;
  for (const [index, { hertz, atSeconds }] of notes.entries()) {
    const tone = new OscillatorNode(context, { frequency: hertz });
    const volume = new GainNode(context, { gain: 0 });
    const beginSeconds = startSeconds + atSeconds;
    volume.gain.setValueAtTime(0, beginSeconds);
    volume.gain.linearRampToValueAtTime(loudness, beginSeconds + 0.02);
    volume.gain.linearRampToValueAtTime(0, beginSeconds + noteSeconds);
    tone.connect(volume).connect(context.destination);
    tone.start(beginSeconds);
    tone.stop(beginSeconds + noteSeconds);
    if (index === notes.length - 1) tone.addEventListener("ended", () => void context.close());
  }
}

/** Shows a notification of the system, where the person has allowed that. */
export function notifyDesktop(title: string, body: string, tag: string): void {
  if (Notification.permission !== "granted") return;
  const notification = new Notification(title, { body, tag });
  notification.addEventListener("click", () => {
    window.focus();
    notification.close();
  });
}
