using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Lifecycle;

/// <summary>How a stage or a period begins and ends, and what to do while it lasts.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record PhaseGuide : IDescribed
{
    /// <summary>A guide.</summary>
    /// <param name="entry">How the phase is entered.</param>
    /// <param name="exit">How the phase is left, and for which one.</param>
    /// <param name="next">What to do next.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    [JsonConstructor]
    public PhaseGuide(Text entry, Text exit, IReadOnlyList<Text> next)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(exit);
        Entry = entry;
        Exit = exit;
        Next = ValueList.Of(next);
    }

    /// <summary>How the phase is entered.</summary>
    public Text Entry { get; }

    /// <summary>How the phase is left, and for which one.</summary>
    public Text Exit { get; }

    /// <summary>What to do next, in order of priority.</summary>
    public IReadOnlyList<Text> Next { get; }

    /// <summary>Entry, exit and what to do, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"Entry: {Entry} Exit: {Exit} Next: {string.Join("; ", Next)}.";

    internal static PhaseGuide Of(string table, string phase) => new(
        TextTable.Library[$"{table}{phase}.Entry"],
        TextTable.Library[$"{table}{phase}.Exit"],
        [TextTable.Library[$"{table}{phase}.First"], TextTable.Library[$"{table}{phase}.Second"]]);

    /// <inheritdoc/>
    public ListItem Describe(string language)
    {
        var writer = new DocumentWriter(language);
        return new(writer.Say("Lifecycle.Describe.guide", Entry, Exit), [.. Next.Select(writer.Item)]);
    }
}
