using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Reviews;

/// <summary>What the page of a portfolio has beyond its text.</summary>
/// <param name="Rows">A row for each account, what puts most money at stake first.</param>
/// <param name="Accounts">Whole accounts, one section each.</param>
/// <param name="Grading">The accounts by what they buy; null where they are not all there.</param>
internal sealed record PortfolioPage(
    IReadOnlyList<TableRow> Rows, IReadOnlyList<Section> Accounts, ParetoGrading<RankedAccount>? Grading);
