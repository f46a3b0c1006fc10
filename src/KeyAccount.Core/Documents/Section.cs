using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A heading with the blocks below it. The nesting depth gives the level of the heading.</summary>
public sealed record Section : Block
{
    /// <summary>A section.</summary>
    /// <param name="heading">Its heading.</param>
    /// <param name="blocks">The contents, in reading order.</param>
    /// <param name="key">A stable identifier, for links and filters: the name of a topic, the id of an account. Null for none.</param>
    /// <exception cref="ArgumentNullException">The heading, the blocks or one of them is null.</exception>
    [JsonConstructor]
    public Section(string heading, IReadOnlyList<Block> blocks, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(heading);
        Heading = heading;
        Blocks = Parts.Of(blocks);
        Key = key;
    }

    /// <summary>A stable identifier, for links and filters; null for none. It is not shown.</summary>
    public string? Key { get; }

    /// <summary>Its heading.</summary>
    public string Heading { get; }

    /// <summary>The contents, in reading order.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>Whether the section is collapsed: a page shows only its heading until the reader opens it. Text and Markdown show all of
    /// it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDetail { get; init; }
}
