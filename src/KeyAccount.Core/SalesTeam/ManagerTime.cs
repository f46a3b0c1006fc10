namespace KeyAccount.Core.SalesTeam;

/// <summary>The distribution of a manager's time over the four roles, compared with the target shares.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 names the roles; the shares 30, 20, 30 and 20 % are a <c>LibraryDefault</c>.</remarks>
public static class ManagerTime
{
    /// <summary>The target share of each role, as a fraction, in the order of the roles: 0.3, 0.2, 0.3, 0.2.</summary>
    public static IReadOnlyList<double> Targets { get; } = ValueList.Of([0.3, 0.2, 0.3, 0.2]);

    /// <summary>Calculates the shares of the roles.</summary>
    /// <param name="hours">The hours, for any number of weeks.</param>
    /// <param name="targets">The target shares of the four roles, as fractions that sum to 1; null for <see cref="Targets"/>.</param>
    /// <returns>The four roles in their order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hours"/> or an entry is null.</exception>
    /// <exception cref="ArgumentException">There are not four targets, or they do not sum to 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A target is outside 0 … 1.</exception>
    public static IReadOnlyList<RoleShare> Of(IReadOnlyList<RoleHours> hours, IReadOnlyList<double>? targets = null)
    {
        Guard.NoNull(hours);
        var wanted = Checked(targets ?? Targets);
        var all = hours.Sum(each => each.Hours);
        return
        [
            .. ManagerRole.InOrder.Select((role, i) =>
            {
                var own = hours.Where(each => each.Role == role).Sum(each => each.Hours);
                return new RoleShare(role, own, all == 0 ? null : own / all, wanted[i]);
            }),
        ];
    }

    private static IReadOnlyList<double> Checked(IReadOnlyList<double> targets)
    {
        if (targets.Count != ManagerRole.InOrder.Count)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"targets has {targets.Count}; it must have four, one for each role in their order."),
                nameof(targets));
        }

        for (var i = 0; i < targets.Count; i++)
            Guard.Between(targets[i], 0, 1, FormattableString.Invariant($"targets[{i}]"));
        return Math.Abs(targets.Sum() - 1) <= 1e-9 ? targets : throw new ArgumentException(
            FormattableString.Invariant($"targets sum to {targets.Sum()}; they must sum to 1."), nameof(targets));
    }
}
