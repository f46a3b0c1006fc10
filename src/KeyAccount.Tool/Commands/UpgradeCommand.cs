using System.CommandLine;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Terminal;
using static System.FormattableString;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount upgrade FILE</c>: an older file becomes one of the version that is written today.</summary>
internal static class UpgradeCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "A portfolio, a settings file, or a review in JSON.", CustomParser = result => FileName.Parse(result, "FILE"),
        };
        var target = FileName.Option("--out", "Write to this file and leave FILE as it is.");
        var command = new Command(
            "upgrade",
            "Rewrite an older file in today's version, completely or not at all. What does not change keeps its bytes, comments too.")
        {
            file,
        };
        command.Options.Add(target);
        command.SetAction(result =>
        {
            var (input, output) = (result.GetRequiredValue(file), result.GetValue(target));
            var was = Read(input, FileFormat.Inspect);
            if (was.IsCurrent && (output is null || FilePlace.IsSame(input, output)))
            {
                GlobalOptions.Tell(result, [Invariant($"note: {input} is of version {was.Version} ({was.Format.Name}) already.")]);
                return;
            }

            // The file is closed before another one takes its place.
            var bar = GlobalOptions.ProgressOf(result);
            ReportOutput.WriteFile(output ?? input, written => Read(input, stream => bar.Run(
                bar.IsShown(stream),
                "upgrade",
                2.0 * stream.Length,
                progress => FileFormat.Upgrade(stream, written, progress is null ? null : done => progress(done)))));
            GlobalOptions.Tell(
                result,
                [
                    was.IsCurrent
                        ? Invariant($"note: {output} is a copy; {input} is of version {was.Version} ({was.Format.Name}) already.")
                        : Invariant($"note: {output ?? input} is of version {was.Format.Version} ({was.Format.Name}); {input} was of ")
                            + Invariant($"version {was.Version}."),
                ]);
        });
        return command;
    }

    private static FileVersion Read(FileInfo file, Func<Stream, FileVersion> read) => InputFile.Read(
        file, "accounts or settings", stream => ModelFaults.Report(() => read(InputFile.Seekable(stream))));
}
