using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Reviews;

/// <summary>The additional content of a portfolio page beyond its text.</summary>
/// <param name="Rows">A row for each account, the one with the most money at stake first.</param>
/// <param name="Accounts">Whole accounts, one section each.</param>
/// <param name="Grading">The accounts by their purchases; null if some are missing.</param>
internal sealed record PortfolioPage(
    IReadOnlyList<TableRow> Rows, IReadOnlyList<Section> Accounts, ParetoGrading<RankedAccount>? Grading);
