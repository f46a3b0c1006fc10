using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A paragraph of text.</summary>
public sealed record Paragraph : Block
{
    /// <summary>A paragraph.</summary>
    /// <param name="runs">The text, as a sequence of runs of one style each.</param>
    /// <param name="tone">How strongly the paragraph asks for attention.</param>
    /// <exception cref="ArgumentNullException"><paramref name="runs"/> or one of them is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tone"/> is not a <see cref="Documents.Tone"/>.</exception>
    [JsonConstructor]
    public Paragraph(IReadOnlyList<Run> runs, Tone tone = Tone.Plain)
    {
        Guard.Defined(tone);
        Runs = Parts.Of(runs);
        Tone = tone;
    }

    /// <summary>A paragraph of one style.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tone">How strongly the paragraph asks for attention.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tone"/> is not a <see cref="Documents.Tone"/>.</exception>
    public Paragraph(string text, Tone tone = Tone.Plain)
        : this([new Run(text)], tone)
    {
    }

    /// <summary>The text, as a sequence of runs of one style each.</summary>
    public IReadOnlyList<Run> Runs { get; }

    /// <summary>How strongly the paragraph asks for attention.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Tone Tone { get; }
}
