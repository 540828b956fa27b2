import { createServer } from 'node:http';
import { giveListener, takeListener } from '#scripts/edge/kept-listener.ts';

/** A server as the edge is one: takes the socket that was kept for it, else the port, and answers with its own number. */
const listener = await takeListener();
const server = createServer((_request, response) => response.end(String(process.pid)));
server.listen(listener ?? { port: Number(process.argv[2]), host: '127.0.0.1' }, () => giveListener(server));
