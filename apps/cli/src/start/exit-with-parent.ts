// Loaded into the api and the worker that `npm start` runs. When the launcher is killed there is nobody left to stop
// them, and they would keep the HTTP port: the broken channel to the launcher tells them to end in good order.
const GRACE_MS = 30_000;

process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), GRACE_MS).unref();
});
// A listener alone would keep the process alive after everything else has ended.
process.channel?.unref();
