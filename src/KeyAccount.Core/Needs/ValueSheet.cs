using KeyAccount.Core.Rules;
using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Needs;

/// <summary>What to show one person: the own needs, what answers them and what proves it, in the way that convinces.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. It holds no confidential
/// need.</remarks>
public sealed record ValueSheet
{
    /// <summary>The person.</summary>
    public required string PersonId { get; init; }

    /// <summary>What the person is called.</summary>
    public required string Name { get; init; }

    /// <summary>What the person does in the decision; null where that is not known.</summary>
    public StakeholderRole? Role { get; init; }

    /// <summary>In which way to present it, with the reason.</summary>
    public required Decision<PresentationAdvice> Presentation { get; init; }

    /// <summary>The arguments, those of the need to answer first in front.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ValueSheetLine> Lines { get; init => field = ValueList.Of(value ?? []); } = ValueList<ValueSheetLine>.Empty;
}
