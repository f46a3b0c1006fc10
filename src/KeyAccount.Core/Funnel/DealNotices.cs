namespace KeyAccount.Core.Funnel;

/// <summary>All deals of which one thing is to be said: how many, how much, and the first of them by name.</summary>
/// <param name="Kind">What is to be said.</param>
/// <param name="Count">Of how many deals.</param>
/// <param name="Amount">What they bring together when they are won.</param>
/// <param name="First">The first of them: the longest at their stage for <see cref="DealNoticeKind.Stuck"/>, else those with the
/// largest amounts.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="First"/> or an item of it is null.</exception>
public sealed record DealNotices(DealNoticeKind Kind, long Count, decimal Amount, IReadOnlyList<DealNotice> First)
{
    /// <inheritdoc cref="DealNotices" path="/param[@name='First']"/>
    public IReadOnlyList<DealNotice> First { get; } = ValueList.Of(First);
}
