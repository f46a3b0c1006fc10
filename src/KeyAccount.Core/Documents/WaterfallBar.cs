using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A step of a waterfall.</summary>
/// <param name="Label">The label of the step.</param>
/// <param name="Amount">The change of the running amount; for a total, the running amount itself.</param>
/// <param name="IsTotal">Whether the step is a total: it shows the running amount and changes nothing.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record WaterfallBar(
    string Label,
    decimal Amount,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsTotal = false)
{
    /// <summary>The label of the step.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Label { get; init => field = Parts.NotNull(value, nameof(Label)); } = Parts.NotNull(Label);
}
