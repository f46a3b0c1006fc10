using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>The level of a person in the management of the customer.</summary>
/// <remarks>Source: 《大客戶戰略客戶關係管理》 (客户的管理层次分析; 高层, 中层, 基层). Higher is not better: all three layers are needed, so the term has no
/// direction.</remarks>
[JsonConverter(typeof(TermJsonConverter<ManagementLevel>))]
public sealed class ManagementLevel : Term<ManagementLevel>
{
    /// <summary>Responsible for the whole company; value 1.</summary>
    public static readonly ManagementLevel Top = new(1);
    /// <summary>Responsible for a department; value 2.</summary>
    public static readonly ManagementLevel Middle = new(2);
    /// <summary>Those who do the work; value 3.</summary>
    public static readonly ManagementLevel Base = new(3);

    private ManagementLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
