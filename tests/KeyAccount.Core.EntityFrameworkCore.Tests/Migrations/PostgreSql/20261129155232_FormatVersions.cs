using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KeyAccount.Core.EntityFrameworkCore.Tests.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class FormatVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<decimal>(
                name: "AtStake",
                table: "KeyAccountStandings",
                type: "numeric(38,9)",
                precision: 38,
                scale: 9,
                nullable: true,
                oldClrType: typeof(decimal),
                oldType: "numeric",
                oldNullable: true);

            migrationBuilder.AlterColumn<decimal>(
                name: "AnnualPurchases",
                table: "KeyAccountStandings",
                type: "numeric(38,9)",
                precision: 38,
                scale: 9,
                nullable: true,
                oldClrType: typeof(decimal),
                oldType: "numeric",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "AccountId",
                table: "KeyAccountStandings",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<int>(
                name: "FormatVersion",
                table: "KeyAccountReviews",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AlterColumn<string>(
                name: "AccountId",
                table: "KeyAccountPlans",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<int>(
                name: "FormatVersion",
                table: "KeyAccountPlans",
                type: "integer",
                nullable: false,
                defaultValue: 1);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FormatVersion",
                table: "KeyAccountReviews");

            migrationBuilder.DropColumn(
                name: "FormatVersion",
                table: "KeyAccountPlans");

            migrationBuilder.AlterColumn<decimal>(
                name: "AtStake",
                table: "KeyAccountStandings",
                type: "numeric",
                nullable: true,
                oldClrType: typeof(decimal),
                oldType: "numeric(38,9)",
                oldPrecision: 38,
                oldScale: 9,
                oldNullable: true);

            migrationBuilder.AlterColumn<decimal>(
                name: "AnnualPurchases",
                table: "KeyAccountStandings",
                type: "numeric",
                nullable: true,
                oldClrType: typeof(decimal),
                oldType: "numeric(38,9)",
                oldPrecision: 38,
                oldScale: 9,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "AccountId",
                table: "KeyAccountStandings",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(400)",
                oldMaxLength: 400);

            migrationBuilder.AlterColumn<string>(
                name: "AccountId",
                table: "KeyAccountPlans",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(400)",
                oldMaxLength: 400);
        }
    }
}
