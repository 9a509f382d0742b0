// Loaded into every child of the supervisor (--import). A supervisor that is killed cannot stop anybody: the channel to it closes,
// and a child that stayed would hold the public port against the next start.
const leaveWithinMs = 5_000;

// Children's children inherit the flag (Next forks its compilers with it), and their channels are their own business.
if (process.channel && process.env["ZX_SUPERVISOR"] === String(process.ppid)) {
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), leaveWithinMs).unref();
    process.kill(process.pid, "SIGTERM");
  });
  process.channel.unref();
}
