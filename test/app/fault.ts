// Loaded before the bot: lets something go wrong in it that nobody catches, when it is sent a signal.
const fault = () => Object.assign(new TypeError('Ruby Thompson is not a function'), { code: 'E_TEST' });

process.on('SIGUSR2', () => void Promise.reject(fault()));
process.on('SIGHUP', () => {
  throw fault();
});
