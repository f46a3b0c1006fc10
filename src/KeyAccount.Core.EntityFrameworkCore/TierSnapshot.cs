using System.Diagnostics.CodeAnalysis;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>A <see cref="TierStep{TTier}"/> as an entity: the tier of an account after a period, and why it is that.</summary>
/// <typeparam name="TTier">The tiers, stored as <see cref="TermConventions"/> says.</typeparam>
/// <remarks>
/// <para>Give your account a <c>List&lt;TierSnapshot&lt;AccountTier&gt;&gt;</c>, and it has a history: the latest by
/// <see cref="AsOf"/> is what <see cref="TierStability"/> goes on from.</para>
/// <para>Made whole by <see cref="From"/>, never changed after that; <see cref="ToStep"/> gives back an equal step.</para>
/// </remarks>
public sealed class TierSnapshot<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTier>
    where TTier : OrderedTerm<TTier>
{
    private TierSnapshot()
    {
    }

    /// <summary>The key, given by the database.</summary>
    public long Id { get; private set; }

    /// <summary>The day of the period.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>The tier; null for an account that has never been rated.</summary>
    public TTier? Tier { get; private set; }

    /// <summary>Since when the account is in it; null if it is in none.</summary>
    public DateOnly? Since { get; private set; }

    /// <summary>The tier it is on its way to; null if there is none.</summary>
    public TTier? Pending { get; private set; }

    /// <summary>In how many consecutive periods it was; 0 where nothing is pending.</summary>
    public int PendingPeriods { get; private set; }

    /// <summary>Why the tier is what it is.</summary>
    public TierReason Reason { get; private set; }

    /// <summary>The reason in English.</summary>
    public string TextEn { get; private set; } = "";

    /// <summary>The reason in simplified Chinese characters.</summary>
    public string TextZhHans { get; private set; } = "";

    /// <summary>The reason in traditional Chinese characters.</summary>
    public string TextZhHant { get; private set; } = "";

    /// <summary>A step to be stored.</summary>
    /// <param name="step">The step.</param>
    /// <param name="asOf">The day of the period; a date of the ISO calendar, and that of the state where there is one.</param>
    /// <returns>A new entity.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="step"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> is not the date of the state.</exception>
    public static TierSnapshot<TTier> From(TierStep<TTier> step, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.State is { } state && state.AsOf != asOf)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"asOf is {asOf:uuuu-MM-dd}; it must be {state.AsOf:uuuu-MM-dd}, the date of the state."),
                nameof(asOf));
        }

        return new()
        {
            AsOf = asOf.ToDateOnly(),
            Tier = step.State?.Tier,
            Since = step.State?.Since.ToDateOnly(),
            Pending = step.State?.Pending,
            PendingPeriods = step.State?.PendingPeriods ?? 0,
            Reason = step.Reason,
            TextEn = step.Text.En,
            TextZhHans = step.Text.ZhHans,
            TextZhHant = step.Text.ZhHant,
        };
    }

    /// <summary>The state that the next period begins from.</summary>
    /// <returns>The state; null for an account that has never been rated.</returns>
    public TierState<TTier>? ToState() => Tier is null || Since is null
        ? null
        : new(Tier, LocalDate.FromDateOnly(Since.Value), LocalDate.FromDateOnly(AsOf), Pending, PendingPeriods);

    /// <summary>The step again.</summary>
    /// <returns>A step equal to the one that was stored.</returns>
    public TierStep<TTier> ToStep() => new(ToState(), Reason, new(TextEn, TextZhHans, TextZhHant));
}
