using System.Text;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Terminal;
using NodaTime;

namespace KeyAccount.Tool.Plans;

/// <summary>A file of plans that several people edit: read, edited and replaced as one step.</summary>
/// <remarks>A lock keeps two programs of one machine from editing it at once; the file itself is replaced whole.</remarks>
internal static class PlanStore
{
    public static PlanFile Read(FileInfo file) => InputFile.Read(
        file, "plans", stream => ModelFaults.Report(() => PlanFile.FromJson(InputFile.BytesOf(stream))));

    /// <summary>Writes what a function makes of the plans; a file that is not there yet is one without plans.</summary>
    public static PlanFile Update(FileInfo file, Func<PlanFile, PlanFile> change)
    {
        using var held = FileLock.Hold(file);
        var before = File.Exists(file.FullName) ? Read(file) : new();
        var after = change(before);
        if (!after.Equals(before) || !File.Exists(file.FullName))
            Write(file, after);
        return after;
    }

    /// <summary>Edits an action.</summary>
    /// <returns>What was done, for a person.</returns>
    /// <exception cref="ToolException">The edit is refused; the message says what stands there now.</exception>
    public static Text Edit(FileInfo file, ActionEdit edit, LocalDate today)
    {
        using var held = FileLock.Hold(file);
        PlanEdit result;
        try
        {
            result = Read(file).Edit(edit.Action!, action => edit.Applied(action, today), edit.Revision);
        }
        catch (ArgumentException e)
        {
            throw new ToolException($"action '{edit.Action}': {e.Message.Split(" (Parameter", 2)[0]}", e);
        }

        if (!result.IsAccepted)
            throw new ToolException(result.Reason.En);
        Write(file, result.File);
        return result.Reason;
    }

    private static void Write(FileInfo file, PlanFile plans) => ReportOutput.WriteFile(file, stream =>
    {
        stream.Write(Encoding.UTF8.GetBytes(plans.ToJson() + "\n"));

        // What is acknowledged is on the disk.
        (stream as FileStream)?.Flush(flushToDisk: true);
    });
}
