using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Activities;

/// <summary>A person to invite, and why.</summary>
/// <param name="Contact">The id of the contact.</param>
/// <param name="Priority">The priority of the invitation.</param>
/// <param name="Reason">Why.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record RankedGuest(string Contact, GuestPriority Priority, Text Reason)
{
    /// <summary>Ranks the people to invite.</summary>
    /// <param name="candidates">The candidates, each with the influence on the decision.</param>
    /// <returns>Everybody: by priority, then by influence, then by id.</returns>
    /// <exception cref="ArgumentNullException">The list, an id or the facts are null.</exception>
    /// <exception cref="ArgumentException">An influence is NaN.</exception>
    public static IReadOnlyList<RankedGuest> Rank(IReadOnlyList<(string Contact, double Influence, GuestFacts Facts)> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        foreach (var (contact, influence, facts) in candidates)
        {
            ArgumentNullException.ThrowIfNull(contact, nameof(candidates));
            ArgumentNullException.ThrowIfNull(facts, nameof(candidates));
            if (double.IsNaN(influence))
                throw new ArgumentException($"candidates has NaN as the influence of {contact}; it must be a number.", nameof(candidates));
        }

        return
        [
            .. candidates.Select(each => (each.Contact, each.Influence, Hit: ActivityTables.Guests.Decide(each.Facts).Hits[0]))
                .OrderBy(each => each.Hit.Advice.Value).ThenByDescending(each => each.Influence)
                .ThenBy(each => each.Contact, StringComparer.Ordinal)
                .Select(each => new RankedGuest(each.Contact, each.Hit.Advice, each.Hit.Reason)),
        ];
    }
}
