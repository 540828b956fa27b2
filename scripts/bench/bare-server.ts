import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** The least that Node can do: one answer, the same for everybody. `bare-server.ts FILE PORT [ENCODING]` */
const [file = '', port = '', encoding] = process.argv.slice(2);
const body = readFileSync(file);
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-length': body.length,
  ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
};

createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(body);
}).listen(Number(port), '127.0.0.1');
