// A language client that knows nothing of the server it measures.
import { spawn } from 'node:child_process';

const headerEnd = Buffer.from('\r\n\r\n');

/** Starts a server and speaks with it. `onNotification` hears the method, the parameters and the time of arrival. */
export function connect(command, args, onNotification) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map();
  let unread = Buffer.alloc(0);
  let nextId = 1;

  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  };

  const receive = (message, at) => {
    if (message.method === undefined) {
      waiting.get(message.id)?.({ at, ...message });
      waiting.delete(message.id);
    } else if (message.id === undefined) onNotification(message.method, message.params, at);
    else
      send({
        id: message.id,
        result: message.method === 'workspace/configuration' ? message.params.items.map(() => null) : null,
      });
  };

  child.stdout.on('data', (chunk) => {
    const at = performance.now();
    unread = unread.length === 0 ? chunk : Buffer.concat([unread, chunk]);
    for (;;) {
      const split = unread.indexOf(headerEnd);
      if (split < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(unread.toString('latin1', 0, split))[1]);
      const from = split + headerEnd.length;
      if (unread.length < from + length) return;
      const body = unread.toString('utf8', from, from + length);
      unread = unread.subarray(from + length);
      receive(JSON.parse(body), at);
    }
  });

  const request = (method, params) =>
    new Promise((resolve) => {
      const id = nextId++;
      waiting.set(id, resolve);
      send({ id, method, params });
    });
  const notify = (method, params) => send({ method, params });
  const end = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await request('shutdown');
    notify('exit');
    await ended;
  };
  return { request, notify, end };
}
