using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KeyAccount.Core.EntityFrameworkCore.Tests.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FormatVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "FormatVersion",
                table: "KeyAccountReviews",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "FormatVersion",
                table: "KeyAccountPlans",
                type: "INTEGER",
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
        }
    }
}
