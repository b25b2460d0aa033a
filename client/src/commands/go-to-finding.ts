import {
  commands,
  Disposable,
  languages,
  type Position,
  Range,
  Selection,
  type TextEditor,
  window,
} from 'vscode';
import { say } from '../../../server/src/base/message.ts';
import { words } from '../wording.ts';

/** Goes from finding to finding in the active editor, round and round, and says what each is. */
export const registerGoToFinding = (): Disposable =>
  Disposable.from(
    commands.registerCommand('gouji.nextFinding', () => goOn(nextPlace)),
    commands.registerCommand('gouji.previousFinding', () => goOn(previousPlace)),
  );

type Step = (places: readonly Range[], from: Position) => Range | undefined;

const nextPlace: Step = (places, from) => places.find(({ start }) => start.isAfter(from)) ?? places.at(0);

const previousPlace: Step = (places, from) =>
  places.findLast(({ start }) => start.isBefore(from)) ?? places.at(-1);

async function goOn(step: Step): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const place = step(placesIn(editor), editor.selection.active);
  if (!place) {
    void window.showInformationMessage(words(say('没有问题，没有可去的地方。')));
    return;
  }
  editor.selection = new Selection(place.start, place.start);
  editor.revealRange(place);
  await commands.executeCommand('editor.action.showHover');
}

/** Where findings of ours begin, from top to bottom. */
const placesIn = ({ document }: TextEditor): readonly Range[] =>
  languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'gouji')
    .map(({ range }) => new Range(range.start, range.end))
    .sort((a, b) => a.start.compareTo(b.start));
