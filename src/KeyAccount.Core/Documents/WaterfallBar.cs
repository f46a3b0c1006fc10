using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A step of a waterfall.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Amount">By how much the running amount changes; the running amount itself for a total.</param>
/// <param name="IsTotal">Whether it shows the running amount and changes nothing.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record WaterfallBar(
    string Label,
    decimal Amount,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsTotal = false)
{
    /// <summary>What it is.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Label { get; init => field = Parts.NotNull(value, nameof(Label)); } = Parts.NotNull(Label);
}
