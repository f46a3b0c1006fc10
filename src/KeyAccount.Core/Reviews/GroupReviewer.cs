using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>Reviews groups from the bottom up, and assigns every action to the one account that it belongs to.</summary>
/// <param name="groups">The accounts and their groups.</param>
/// <param name="models">The models.</param>
/// <param name="asOf">The date of the portfolio.</param>
/// <param name="review">Reviews one account by the facts that are read for it; null, with the faults, if that is refused.</param>
internal sealed class GroupReviewer(
    PortfolioGroups groups, ReviewModels models, LocalDate asOf,
    Func<RankedAccount, List<ModelFault>, Func<AccountFile>, AccountReview?> review)
{
    /// <summary>A fully reviewed group.</summary>
    /// <param name="Group">The group as one account, with the actions of its head.</param>
    /// <param name="Head">The head, as listed in a portfolio.</param>
    /// <param name="Own">The head by its own facts alone.</param>
    /// <param name="File">The facts of the group.</param>
    /// <param name="Members">The members, as listed in a portfolio; null for one that was known.</param>
    internal sealed record Whole(
        AccountReview Group, AccountReview Head, AccountReview Own, AccountFile File,
        IReadOnlyList<(int Index, AccountReview? Review)> Members);

    private sealed record Part(AccountFile File, AccountReview? Review, IReadOnlyCollection<string> Rules);

    /// <summary>Reviews a group with its members. Only that group of the file is held in memory.</summary>
    /// <param name="group">The group.</param>
    /// <param name="faults">Receives the refusals, also those of members.</param>
    /// <param name="known">The findings that call for something at accounts that have been reviewed before, so that these are not reviewed
    /// again. Receives the findings of the head.</param>
    /// <returns>The group; null if anything is refused.</returns>
    public Whole? Try(RankedGroup group, List<ModelFault> faults, IDictionary<int, IReadOnlyCollection<string>>? known = null)
    {
        var before = faults.Count;
        var parts = new Dictionary<int, Part>(group.Members.Count + 1);
        foreach (var account in group.Members.Prepend(group.Head))
        {
            if (account.Index != group.Head.Index && known is not null && known.TryGetValue(account.Index, out var rules))
            {
                parts[account.Index] = new(groups.Read(account.Index), null, rules);
                continue;
            }

            AccountFile? file = null;
            if (review(account, faults, () => file = groups.Read(account.Index)) is not { } own)
                continue;
            parts[account.Index] = new(file!, own, RulesOf(own));
            if (!groups.IsHead(account.Index))
                known?.TryAdd(account.Index, parts[account.Index].Rules);
        }

        if (faults.Count > before)
            return null;
        foreach (var index in groups.HeadsBelow(group.Head.Index))
        {
            if (parts[index].Review is not null && (Roll(groups.GroupOf(index)!, parts, faults) is not { } part || !Keep(part)))
                return null;
        }

        var ofHead = parts[group.Head.Index].Review!;
        return Roll(group, parts, faults) is { } whole && Keep(whole)
            ? new(
                whole.Group, whole.Head, ofHead, whole.File,
                [.. group.Members.Select(member => (member.Index, parts[member.Index].Review))])
            : null;

        bool Keep((int Index, AccountReview Group, AccountReview Head, AccountFile File, IReadOnlyCollection<string> Rules) part)
        {
            parts[part.Index] = parts[part.Index] with { Review = part.Head, Rules = part.Rules };
            if (known is not null)
                known[part.Index] = part.Rules;
            return true;
        }
    }

    /// <summary>The rules of the findings of an account.</summary>
    public static IReadOnlyCollection<string> RulesOf(AccountReview account) => [.. account.Findings.Select(finding => finding.RuleId)];

    private (int Index, AccountReview Group, AccountReview Head, AccountFile File, IReadOnlyCollection<string> Rules)? Roll(
        RankedGroup group, Dictionary<int, Part> parts, List<ModelFault> faults)
    {
        var (index, own) = (group.Head.Index, parts[group.Head.Index]);
        AccountFile? file = null;
        var rolled = review(group.Head with { Rank = group.Rank, RevenueTier = group.RevenueTier }, faults, () =>
        {
            var together = new AccountGroup(own.File, [.. group.Members.Select(member => parts[member.Index].File)]).RollUp(asOf);
            var large = new List<ModelFault>();
            AccountParts.CheckSize(Invariant($"accounts[{index}]"), together, large);
            return large.Count == 0 ? file = together : throw new InvalidModelException(
                "portfolio", [.. large.Select(fault => fault with { Message = $"with its members {fault.Message}" })]);
        });
        if (rolled is null)
            return null;
        var below = group.Members.SelectMany(member => parts[member.Index].Rules).ToHashSet(StringComparer.Ordinal);
        var (actions, forbidden, rules) = ActionsOf(own.Review!, rolled, below);
        return (
            index,
            rolled with { Actions = actions, Forbidden = forbidden },
            own.Review! with { Actions = actions, Forbidden = forbidden, Group = GroupFigures.Of(rolled, group.Members.Count) },
            file!,
            rules);
    }

    // The head is asked for what its own facts ask for, and for what shows in the whole group and in none of its accounts. What its own
    // facts leave open is no question where the members answer it, or are asked it themselves.
    private (IReadOnlyList<ReviewAction> Actions, IReadOnlyList<ForbiddenAction> Forbidden, IReadOnlyCollection<string> Rules) ActionsOf(
        AccountReview own, AccountReview rolled, HashSet<string> below)
    {
        var (ownFacts, groupFacts) = (ReviewFacts.Of(own), ReviewFacts.Of(rolled));
        var together = rolled.Findings.ToDictionary(finding => finding.RuleId, StringComparer.Ordinal);
        var ofHead = own.Findings.Select(finding => finding.RuleId).ToHashSet(StringComparer.Ordinal);
        var asked = new List<(Finding Finding, ReviewFacts Facts, LocalDate AsOf)>();
        foreach (var finding in own.Findings)
        {
            var same = together.GetValueOrDefault(finding.RuleId);
            if (finding.Kind != FindingKind.Unknown || (same is not null && !below.Contains(finding.RuleId)))
                asked.Add((finding with { AtStake = same?.AtStake ?? finding.AtStake }, ownFacts, own.AsOf));
        }

        asked.AddRange(rolled.Findings.Where(finding => !ofHead.Contains(finding.RuleId) && !below.Contains(finding.RuleId))
            .Select(finding => (finding, groupFacts, rolled.AsOf)));
        var (actions, forbidden) = AccountActions.Of(
            asked.OrderByDescending(each => each.Finding.AtStake ?? -1).ThenByDescending(each => each.Finding.Stake.Share), models);
        return (actions, forbidden, [.. ofHead.Union(asked.Select(each => each.Finding.RuleId), StringComparer.Ordinal)]);
    }
}
