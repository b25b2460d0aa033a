import { type BaseLanguageClient, ErrorCodes, ResponseError } from 'vscode-languageclient';

/**
 * Has requests that fail because the server is being stopped or started anew end without an answer and without a
 * notification. The library does so for most of them, but not for one that was on its way when the stop began.
 * Whether the server could be started is told elsewhere.
 */
export function forgiveWhileStopped(client: BaseLanguageClient): void {
  const failed = client.handleFailedRequest.bind(client);
  client.handleFailedRequest = (type, token, error, ...rest) =>
    failed(type, token, client.isRunning() ? error : noServer, ...rest);
}

const noServer = new ResponseError(ErrorCodes.ConnectionInactive, 'The language server is not running.');
