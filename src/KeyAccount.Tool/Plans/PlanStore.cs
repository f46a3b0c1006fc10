using System.Text;
using KeyAccount.Core;
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
    // How many characters Path.GetRandomFileName has, which a file that is being written is called by.
    private const int RandomName = 12;
    private const int NamedWarnings = 5;

    public static PlanFile Read(FileInfo file) => InputFile.Read(
        file, "plans", stream => ModelFaults.Report(() => PlanFile.FromJson(InputFile.BytesOf(stream))));

    /// <summary>The plans of the sample portfolio.</summary>
    public static PlanFile Sample()
    {
        using var stream = Samples.Plan();
        return PlanFile.FromJson(InputFile.BytesOf(stream));
    }

    /// <summary>Writes what a function makes of the plans; a file that is not there yet is one without plans.</summary>
    public static PlanFile Update(FileInfo file, Func<PlanFile, PlanFile> change, FileSteps? steps = null)
    {
        using var held = FileLock.Hold(file);
        var before = File.Exists(file.FullName) ? Read(file) : new();
        var after = change(before);

        // What is written is read again: no edit may make a file that nobody can open.
        if (after.FaultsOf() is { Count: > 0 } faults)
            Refuse(faults);
        if (!after.Equals(before) || !File.Exists(file.FullName))
            Replace(file, after.ToJson(), steps);
        return after;
    }

    /// <summary>Plans of which nothing is dated later than a day, the day of the portfolio or today, whichever is later.</summary>
    /// <exception cref="ToolException">Something is; the message names all of it.</exception>
    public static PlanFile Checked(PlanFile plans, LocalDate asOf)
    {
        if (plans.FaultsOn(LocalDate.Max(asOf, ToolClock.Today)) is { Count: > 0 } faults)
            Refuse(faults);
        return plans;
    }

    /// <summary>What to tell of plans that is unlikely.</summary>
    /// <param name="warnings">What is unlikely.</param>
    /// <param name="language">The language.</param>
    public static IEnumerable<string> NotesOn(IReadOnlyList<FactWarning> warnings, string language) =>
    [
        .. warnings.Take(NamedWarnings).Select(warning => $"note: {warning.Message.In(language)}"),
        .. warnings.Count > NamedWarnings
            ? (string[])[$"note: {ToolText.Of("Read.MoreFiles", language, warnings.Count - NamedWarnings)}"] : [],
    ];

    private static void Refuse(IReadOnlyList<ModelFault> faults) =>
        ModelFaults.Report<PlanFile>(() => throw new InvalidModelException("plan", faults));

    /// <summary>Edits an action.</summary>
    /// <returns>The plans after the edit, and what was done.</returns>
    /// <exception cref="ToolException">The edit is refused; the message says what is there now.</exception>
    public static PlanEdit Edit(FileInfo file, ActionEdit edit, LocalDate today, FileSteps? steps = null)
    {
        using var held = FileLock.Hold(file);
        PlanEdit result;
        try
        {
            result = Read(file).Edit(edit.Action!, action => edit.Applied(action, today), edit.Revision, today);
        }
        catch (ArgumentException e)
        {
            throw new ToolException($"action '{edit.Action}': {ToolException.ReasonOf(e)}", e);
        }

        if (!result.IsAccepted)
            throw new ToolException(result.Reason.En);
        Replace(file, result.File.ToJson(), steps);
        return result;
    }

    /// <summary>Puts a text in the place of a file whose lock is held: it is on the disk before it is acknowledged.</summary>
    public static void Replace(FileInfo file, string text, FileSteps? steps)
    {
        steps ??= FileSteps.OfSystem;
        RemoveLeft(file);
        ReportOutput.WriteFile(
            file,
            stream =>
            {
                stream.Write(Encoding.UTF8.GetBytes(text + "\n"));
                steps.Flush(stream);
            },
            steps);
    }

    // What a program that was killed has left: whoever holds the lock is the only one who writes.
    private static void RemoveLeft(FileInfo file)
    {
        var target = FilePlace.RealPath(file.FullName);
        try
        {
            var begin = Path.GetFileName(target) + ".";
            foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(target)!, "*.???.tmp"))
            {
                if (Path.GetFileName(left) is var name && name.StartsWith(begin, StringComparison.Ordinal)
                    && name.Length == begin.Length + RandomName + ".tmp".Length)
                    File.Delete(left);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It does no harm.
        }
    }
}
