using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>Expected and perceived service, and the satisfaction between them: PS − ES.</summary>
/// <param name="Expected">Expected service (ES, 客户预期), in points of the scale.</param>
/// <param name="Perceived">Perceived service (PS, 客户感知), in points of the scale.</param>
/// <param name="StandardError">The standard error of the gap; null with fewer than two respondents.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ServiceGap(double Expected, double Perceived, double? StandardError = null)
{
    /// <summary>Satisfaction = PS − ES; negative if less is perceived than expected. Source: 《大客户销售技巧（客户关系管理篇）》.</summary>
    [JsonIgnore]
    public double Gap => Perceived - Expected;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ServiceGap {{ Expected = {Expected}, Perceived = {Perceived}, Gap = {Gap}, StandardError = {StandardError} }}");
}
