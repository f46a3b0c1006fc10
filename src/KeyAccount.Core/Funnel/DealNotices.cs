namespace KeyAccount.Core.Funnel;

/// <summary>All deals with one kind of notice: their number, their amount, and the first of them by name.</summary>
/// <param name="Kind">The kind of the notice.</param>
/// <param name="Count">The number of deals.</param>
/// <param name="Amount">Their total amount if they are won.</param>
/// <param name="First">The first of the deals: those longest at their stage for <see cref="DealNoticeKind.Stuck"/>, otherwise those with
/// the largest amounts.</param>
/// <remarks>Immutable, with value equality.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="First"/> or an item of it is null.</exception>
public sealed record DealNotices(DealNoticeKind Kind, long Count, decimal Amount, IReadOnlyList<DealNotice> First)
{
    /// <inheritdoc cref="DealNotices" path="/param[@name='First']"/>
    public IReadOnlyList<DealNotice> First { get; } = ValueList.Of(First);
}
