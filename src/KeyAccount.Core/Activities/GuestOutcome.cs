using static System.FormattableString;

namespace KeyAccount.Core.Activities;

/// <summary>The outcome of a guest: whether they came, and whether their deal moved before and after.</summary>
/// <param name="Audience">The audience to which the guest belongs; null if not stated.</param>
/// <param name="Attended">Whether the guest came; null if not known.</param>
/// <param name="MovedBefore">Whether a deal of the guest moved in as many days before the activity as the window has after it; null if
/// the guest has no deal.</param>
/// <param name="MovedAfter">Whether a deal of the guest moved within the window after the activity, and the move counts for this activity;
/// null if the guest has no deal.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record GuestOutcome(Audience? Audience, bool? Attended, bool? MovedBefore = null, bool? MovedAfter = null)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"GuestOutcome {{ Audience = {Audience}, Attended = {Attended}, MovedBefore = {MovedBefore}, MovedAfter = {MovedAfter} }}");
}
