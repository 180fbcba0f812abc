import './note-lines.css';
import { faceOf } from '../../../components/status-face.ts';
import type { ProcessNote } from './process-notes.ts';

type Props = { readonly notes: readonly ProcessNote[]; readonly oneLine: boolean };

/** What a process has to say, under its name. On one line the first is cut short and the others are counted. */
export function NoteLines({ notes, oneLine }: Props) {
  const [first] = notes;
  if (!oneLine || first === undefined) {
    return notes.map((note) => <NoteLine key={note.text} note={note} />);
  }
  return (
    <span className="note-one-line">
      <NoteLine note={first} />
      {notes.length > 1 && <span className="process-note">+{notes.length - 1} more</span>}
    </span>
  );
}

function NoteLine({ note }: { readonly note: ProcessNote }) {
  return (
    <span className="process-note toned" data-level={note.level}>
      <span aria-hidden="true">{note.level === undefined ? '⊘' : faceOf(note.level).glyph}</span> {note.text}
    </span>
  );
}
