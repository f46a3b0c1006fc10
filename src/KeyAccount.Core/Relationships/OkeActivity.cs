using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>A suggested activity.</summary>
/// <param name="Reach">How many of the customer's people it reaches: point, line, plane.</param>
/// <param name="Activity">What to do.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record OkeActivity(ActivityReach Reach, Text Activity) : IDescribed
{
    /// <summary>Reach and activity, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Reach}: {Activity}";

    /// <inheritdoc/>
    public ListItem Describe(string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Item("Relationships.Describe.activity", Reach, Activity);
    }
}
