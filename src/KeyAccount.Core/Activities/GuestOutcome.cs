using static System.FormattableString;

namespace KeyAccount.Core.Activities;

/// <summary>What became of a guest: whether they came, and whether their deal moved before and after.</summary>
/// <param name="Audience">To which audience the guest belongs; null where nobody has said so.</param>
/// <param name="Attended">Whether the guest came; null where that is not known.</param>
/// <param name="MovedBefore">Whether a deal of the guest moved in as many days before the activity as the window has after it; null where
/// the guest has no deal.</param>
/// <param name="MovedAfter">Whether it moved within the window after it, and that counts for this activity; null where the guest has
/// no deal.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record GuestOutcome(Audience? Audience, bool? Attended, bool? MovedBefore = null, bool? MovedAfter = null)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"GuestOutcome {{ Audience = {Audience}, Attended = {Attended}, MovedBefore = {MovedBefore}, MovedAfter = {MovedAfter} }}");
}
