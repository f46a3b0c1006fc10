using KeyAccount.Core.Reviews;

namespace KeyAccount.Tool.Terminal;

/// <summary>What is wrong with the command line.</summary>
internal sealed class UsageException(string message, Exception? inner = null) : ToolException(message, inner)
{
    public override ExitCode ExitCode => ExitCode.Usage;

    public override ToolException In(string file) => this;

    /// <summary>There is no model of an id: what it may have been, some that there are, and what lists all.</summary>
    public static UsageException NoModel(string kind, string id, IReadOnlyCollection<string> known)
    {
        const int Shown = 8;
        const int Length = 60;
        var rest = known.Count - Shown;
        return new(
            $"there is no {kind} '{SafeText.Line(id, Length)}'; it must be one of {string.Join(", ", known.Take(Shown))}"
            + (rest > 0 ? FormattableString.Invariant($" and {rest} more (keyaccount models lists all).") : ".")
            + (LookAlikes.Nearest(id, known) is { } near ? $" Is it {near}?" : ""));
    }
}
