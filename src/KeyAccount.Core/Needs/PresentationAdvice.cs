using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Needs;

/// <summary>How to present value to a person.</summary>
/// <param name="Way">The way.</param>
/// <param name="NeedsApproval">Whether approval is needed first: a guarantee puts our money at risk.</param>
/// <param name="IsBrief">Whether it fits on one page.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record PresentationAdvice(PresentationWay Way, bool NeedsApproval = false, bool IsBrief = false) : IDescribed
{
    /// <inheritdoc/>
    public ListItem Describe(string language)
    {
        var writer = new DocumentWriter(language);
        return new([.. Runs(writer)]);
    }

    internal IReadOnlyList<Run> Runs(DocumentWriter writer)
    {
        var way = Run.Emphasis(writer.Capital(writer.NameOf(Way)));
        return NeedsApproval ? writer.Say("Needs.Describe.approval", way) : IsBrief ? writer.Say("Needs.Describe.brief", way) : [way];
    }
}
