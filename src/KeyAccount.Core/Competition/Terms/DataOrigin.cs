using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Competition;

/// <summary>The origin of data: first-hand or second-hand.</summary>
/// <remarks>Source: 《大客戶戰略客戶關係管理》 (数据来源：一手数据与二手数据).</remarks>
[JsonConverter(typeof(TermJsonConverter<DataOrigin>))]
public sealed class DataOrigin : Term<DataOrigin>
{
    /// <summary>First-hand: seen, measured or heard by ourselves (一手数据); value 1.</summary>
    public static readonly DataOrigin Primary = new(1);
    /// <summary>Second-hand: told or published by others (二手数据); value 2.</summary>
    public static readonly DataOrigin Secondary = new(2);

    private DataOrigin(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
