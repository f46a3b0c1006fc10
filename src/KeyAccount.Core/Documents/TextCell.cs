using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A cell with a text.</summary>
public sealed record TextCell : Cell
{
    /// <summary>A cell.</summary>
    /// <param name="runs">The text, as a sequence of runs of one style each.</param>
    /// <exception cref="ArgumentNullException"><paramref name="runs"/> or one of them is null.</exception>
    [JsonConstructor]
    public TextCell(IReadOnlyList<Run> runs) => Runs = Parts.Of(runs);

    /// <summary>A cell of one style.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="style">Its style.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public TextCell(string text, RunStyle style = RunStyle.Plain)
        : this([new Run(text, style)])
    {
    }

    /// <summary>The text, as a sequence of runs of one style each.</summary>
    public IReadOnlyList<Run> Runs { get; }

    /// <inheritdoc/>
    public override string Display(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return Run.TextOf(Runs);
    }
}
