using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Grading;

/// <summary>The tier in force, with the computed one always beside it.</summary>
/// <typeparam name="TTier">The tiers.</typeparam>
/// <param name="Computed">The computed tier; null for an unrated account.</param>
/// <param name="Override">The override in force; null if there is none.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record EffectiveTier<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTier>(
    TTier? Computed, TierOverride<TTier>? Override)
    where TTier : OrderedTerm<TTier>
{
    /// <summary>The tier in force: that of the override, otherwise the computed one.</summary>
    [JsonIgnore]
    public TTier? Tier => Override?.Tier ?? Computed;

    /// <summary>The tier in force on a day.</summary>
    /// <param name="computed">The computed tier; null for an unrated account.</param>
    /// <param name="overrides">All overrides ever made; those not in force are ignored.</param>
    /// <param name="asOf">The day.</param>
    /// <returns>The tier with its reasons. Where several overrides are in force the one that began last decides, and of those that began on
    /// the same day the one that ends first, then the last in the list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="overrides"/> or one of them is null.</exception>
    public static EffectiveTier<TTier> On(TTier? computed, IEnumerable<TierOverride<TTier>> overrides, LocalDate asOf)
    {
        Guard.Iso(asOf);
        ArgumentNullException.ThrowIfNull(overrides);
        TierOverride<TTier>? decides = null;
        foreach (var each in overrides)
        {
            ArgumentNullException.ThrowIfNull(each, nameof(overrides));
            if (each.IsInForce(asOf)
                && (decides is null || each.From > decides.From || (each.From == decides.From && each.Until <= decides.Until)))
            {
                decides = each;
            }
        }

        return new(computed, decides);
    }
}
