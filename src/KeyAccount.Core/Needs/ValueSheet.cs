using KeyAccount.Core.Rules;
using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Needs;

/// <summary>A value sheet for one person: the person's needs, our answers and their evidence, in the way that convinces this
/// person.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON. It holds no confidential
/// need.</remarks>
public sealed record ValueSheet
{
    /// <summary>The person.</summary>
    public required string PersonId { get; init; }

    /// <summary>The name of the person.</summary>
    public required string Name { get; init; }

    /// <summary>The role of the person in the decision; null if not known.</summary>
    public StakeholderRole? Role { get; init; }

    /// <summary>The way to present it, with the reason.</summary>
    public required Decision<PresentationAdvice> Presentation { get; init; }

    /// <summary>The arguments, in the order in which to answer the needs.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ValueSheetLine> Lines { get; init => field = ValueList.Of(value ?? []); } = ValueList<ValueSheetLine>.Empty;
}
