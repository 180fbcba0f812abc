const PITCH_HZ = 880;
const LENGTH_SEC = 0.5;
const LOUDNESS = 0.25;

/** One short tone, faded out so that it does not click. Silent while the browser has not allowed sound. */
export function beep(audio: AudioContext): void {
  if (audio.state !== 'running') return;
  const end = audio.currentTime + LENGTH_SEC;
  const tone = new OscillatorNode(audio, { frequency: PITCH_HZ });
  const volume = new GainNode(audio, { gain: LOUDNESS });
  volume.gain.linearRampToValueAtTime(0, end);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(end);
}
