// npm run pictures: takes the pictures of the README anew, from samples/ in the workbench of the tests.
// All that the run takes, in light and in dark, the first steps too, is in out/screenshots/.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { currentNode, ensureHost, ensureProject, out, root, run, tail } from '../../test/host/setup.mjs';

/** What the README shows, and in which theme, so that it shows both. */
const shown = { hover: 'dark', fixes: 'light', form: 'dark', tree: 'light' };

async function takePictures() {
  await ensureProject();
  await ensureHost();
  const { buildShipped } = await import('./build.mjs');
  const { packVsix } = await import('./package.mjs');
  await buildShipped();
  packVsix();
  const code = await run(currentNode(), ['--test', 'test/e2e/hands/pictures.test.mjs'], { log: 'pictures' });
  if (code !== 0) throw new Error(tail('pictures', 60));
}

/** The same picture without loss in a third of the room; the browser that took it knows how. */
async function condense(page, file) {
  const source = `data:image/png;base64,${readFileSync(file, 'base64')}`;
  const condensed = await page.evaluate(async (address) => {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.naturalWidth;
    canvas.height = picture.naturalHeight;
    canvas.getContext('2d').drawImage(picture, 0, 0);
    return canvas.toDataURL('image/webp', 1);
  }, source);
  return Buffer.from(condensed.slice(condensed.indexOf(',') + 1), 'base64');
}

async function keepShown() {
  const { launchBrowser } = await import('../../test/host/workbench.mjs');
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const folder = path.join(root, 'docs/images');
    mkdirSync(folder, { recursive: true });
    for (const [name, theme] of Object.entries(shown)) {
      const picture = await condense(page, path.join(out, `screenshots/${name}-${theme}.png`));
      writeFileSync(path.join(folder, `${name}.webp`), picture);
      console.log(`docs/images/${name}.webp  ${(picture.length / 1024).toFixed(0)} KB`);
    }
  } finally {
    await browser.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await takePictures();
  await keepShown();
}
